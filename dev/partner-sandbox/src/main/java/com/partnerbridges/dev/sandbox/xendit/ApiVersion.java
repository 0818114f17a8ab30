package com.partnerbridges.dev.sandbox.xendit;

/** Which generation of the API a call speaks, by its header. */
enum ApiVersion {
  V1,
  V2;

  static final String HEADER = "api-version";
  static final String V2_DATE = "2022-07-31";

  static ApiVersion of(String header) {
    if (header == null) {
      return V1;
    }
    if (V2_DATE.equals(header)) {
      return V2;
    }
    throw new XenditRefusal(
        XenditError.API_VALIDATION_ERROR, HEADER + " must be " + V2_DATE + " or absent");
  }
}
