package io.bridgehead.platform.web;

/// An aggregate's version as the header `ETag` carries it.
public final class Etags {

    private Etags() {}

    /// @return with its quotes: `"7"`
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
