package io.bridgehead.platform.web;

import java.util.List;

/// Long work of a feature, as a bean. It may run more than once, here or on another instance, when an
/// instance dies in the midst of it: every command that it gives has a [OperationRun#step] for its id,
/// so that what was done is found done.
public interface OperationWork {

    /// Unique in the service and for good: operations are stored with it.
    String kind();

    /// Names in [Operation#about] that operations of this kind are listed by.
    default List<String> listedBy() {
        return List.of();
    }

    /// @throws WorkRefused ends the operation as failed, for a reason that its owner can mend
    /// @throws Exception fails the operation, unless the fault is one that passes: then the work begins
    ///     again later
    void run(OperationRun run) throws Exception;
}
