package io.bridgehead.platform.documents;

/// There is no document of this id in the collection, or none that the caller may know of.
public final class DocumentMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String collection;

    public DocumentMissing(String collection, String id) {
        super("no " + id + " in " + collection);
        this.collection = collection;
    }

    /// Names the kind of thing that is missing: `agreements`, `delegations` …
    public String collection() {
        return collection;
    }
}
