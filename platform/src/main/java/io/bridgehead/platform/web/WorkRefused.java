package io.bridgehead.platform.web;

/// Long work that cannot begin on what it was given: the operation ends as failed with this slug, and
/// what it has found is kept. Thrown by an [OperationWork].
public final class WorkRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final String slug;

    /// @param slug stable and lower-case; what a program tells failures apart by
    public WorkRefused(String slug) {
        super(slug);
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
