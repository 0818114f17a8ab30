package com.partnerbridges.iiko.gateway;

/** A node of iiko's hierarchy: a department or a store. All but the id may be null. */
public record CorporateItem(
    String id, String parentId, String code, String name, String type, String taxpayerId) {}
