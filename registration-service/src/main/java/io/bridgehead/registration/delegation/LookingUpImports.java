package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.Operation;
import io.bridgehead.platform.web.Operations;
import org.springframework.stereotype.Service;

/// Whoever may know of a delegation may know of its imports; its own city's people have a hand in them.
@Service
class LookingUpImports {

    private final RegisteringDelegations delegations;
    private final Operations operations;

    LookingUpImports(RegisteringDelegations delegations, Operations operations) {
        this.delegations = delegations;
        this.operations = operations;
    }

    /// @throws DocumentMissing when there is none, or none that this caller may know of
    Operation visible(Caller caller, String id) {
        Operation operation = operations.get(id);
        if (!operation.kind().equals(ImportingDelegations.KIND)) {
            throw new DocumentMissing("imports", id);
        }
        var _ = delegations.visible(caller, ImportingDelegations.delegationOf(operation));
        return operation;
    }

    /// The delegation of an import that this caller may have a hand in.
    ///
    /// @throws NotAllowed when it is another city's, and the caller may know of it
    Versioned<Delegation> own(Caller caller, String id) {
        return delegations.own(caller, ImportingDelegations.delegationOf(visible(caller, id)));
    }

    /// @throws DocumentMissing when the caller may not know of the delegation
    Page<Operation> page(Caller caller, String delegation, PageQuery page) {
        return operations.page(
                ImportingDelegations.KIND,
                ImportingDelegations.DELEGATION,
                delegations.visible(caller, delegation).id(),
                page);
    }
}
