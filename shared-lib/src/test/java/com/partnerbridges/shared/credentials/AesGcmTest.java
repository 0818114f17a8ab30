package com.partnerbridges.shared.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AesGcmTest {

  /**
   * Source, key, nonce, associated data, plaintext, and ciphertext with tag.
   *
   * <p>GCM: test cases of "The Galois/Counter Mode of Operation" as submitted to NIST (McGrew,
   * Viega). Wycheproof: by tcId, of that project's aes_gcm_test.json, version 0.8r12.
   */
  private static final String VECTORS =
      """
      GCM 13,0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,,,530f8afbc74536b9a963b4f1c4cb738b
      GCM 14,0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,,00000000000000000000000000000000,cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919
      GCM 15,feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,cafebabefacedbaddecaf888,,d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255,522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015adb094dac5d93471bdec1a502270e3cc6c
      GCM 16,feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,cafebabefacedbaddecaf888,feedfacedeadbeeffeedfacedeadbeefabaddad2,d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
      Wycheproof 73,92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20,00112233445566778899aabb,00000000ffffffff,00010203040506070809,e27abdd2d2a53d2f136b9a4a2579529301bcfb71c78d4060f52c
      Wycheproof 74,29d3a44f8723dc640239100c365423a312934ac80239212ac3df3421a2098123,00112233445566778899aabb,aabbccddeeff,,2a7d77fa526b8250cb296078926b5020
      Wycheproof 75,80ba3192c803ce965ea371d5ff073cf0f43b6a2ab576b208426e11409c09b9b0,4da5bf8dfd5852c1ea12379d,,,4771a7c404a472966cea8f73c8bfe17a
      Wycheproof 76,cc56b680552eb75008f5484b4cb803fa5063ebd6eab91f6ab6aef4916a766273,99e23ec48985bccdeeab60f1,,2a,06633c1e9703ef744ffffb40edf9d14355
      Wycheproof 79,59d4eafb4de0cfc7d3db99a8f54b15d7b39f0acc8da69763b019c1699f87674a,2fcb1b38a99e71b84740ad9b,,549b365af913f3b081131ccb6b825588,f58c16690122d75356907fd96b570fca28752c20153092818faba2a334640d6e
      Wycheproof 80,3b2458d8176e1621c0cc24c0c0e24c1e80d72f7ee9149a4b166176629616d011,45aaa3e5d16d2d42dc03445d,,3ff1514b1c503915918f0c0c31094a6e1f,73a6b6f45f6ccc5131e07f2caa1f2e2f562d7379ec1db5952d4e95d30c340b1b1d
      Wycheproof 85,ff0089ee870a4a39f645b0a5da774f7a5911e9696fc9cad646452c2aa8595a12,bc2a7757d0ce2d8b1f14ccd9,972ab4e06390caae8f99dd6e2187be6c7ff2c08a24be16ef,748b28031621d95ee61812b4b4f47d04c6fc2ff3,a929ee7e67c7a2f91bbcec6389a3caf43ab49305ebec6774b955e789591c822dab739e12
      Wycheproof 86,5b1d1035c0b17ee0b0444767f80a25b8c1b741f4b50a4d3052226baa1c6fb701,d61040a313ed492823cc065b,,d096803181beef9e008ff85d5ddc38ddacf0f09ee5f7e07f1e4079cb64d0dc8f5e6711cd4921a7887de76e2678fdc67618f1185586bfea9d4c685d50e4bb9a82,c7d191b601f86c28b6a1bdef6a57b4f6ee3ae417bc125c381cdf1c4dac184ed1d84f1196206d62cad112b038845720e02c061179a8836f02b93fa7008379a6bff15612f6c40f2e0db6dc76fc4822fcfe
      Wycheproof 92,00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f,000000000000000000000000,,561008fa07a68f5c61285cd013464eaf,23293e9b07ca7d1b0cae7cc489a973b3ffffffffffffffffffffffffffffffff
      Wycheproof 93,00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f,ffffffffffffffffffffffff,,c6152244cea1978d3e0bc274cf8c0b3b,7cb6fc7c6abc009efe9551a99f36a42100000000000000000000000000000000
      """;

  @ParameterizedTest
  @CsvSource(textBlock = VECTORS)
  void publishedVectorsSealAndOpen(
      String source, String key, String nonce, String aad, String plain, String sealed) {
    // Given
    SecretKey secret = new SecretKeySpec(bytes(key), "AES");

    // When
    byte[] made = AesGcm.seal(secret, bytes(nonce), bytes(aad), bytes(plain));
    byte[] opened = AesGcm.open(secret, bytes(nonce), bytes(aad), bytes(sealed));

    // Then
    assertThat(made).asHexString().isEqualToIgnoringCase(sealed);
    assertThat(opened).isEqualTo(bytes(plain));
  }

  @ParameterizedTest
  @CsvSource(textBlock = VECTORS)
  void changedTagIsRefused(
      String source, String key, String nonce, String aad, String plain, String sealed) {
    // Given
    SecretKey secret = new SecretKeySpec(bytes(key), "AES");
    byte[] changed = bytes(sealed);
    Arrays.fill(changed, changed.length - AesGcm.TAG_BYTES, changed.length, (byte) 0x5a);

    // When / Then
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> AesGcm.open(secret, bytes(nonce), bytes(aad), changed));
  }

  private static byte[] bytes(String hex) {
    return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
  }
}
