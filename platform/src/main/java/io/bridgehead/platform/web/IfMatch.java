package io.bridgehead.platform.web;

/// The version that the caller has seen, from the header `If-Match: "<version>"`. A controller method
/// takes it as a parameter: a request without it is answered 428.
public record IfMatch(long version) {}
