package io.bridgehead.platform.documents;

/// Another command has created the document of this id.
public final class DocumentExists extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String collection;
    private final String id;

    DocumentExists(String collection, String id) {
        super("another command has created " + id + " in " + collection);
        this.collection = collection;
        this.id = id;
    }

    /// Names the kind of thing that exists: `agreements`, `delegations` …
    public String collection() {
        return collection;
    }

    public String id() {
        return id;
    }
}
