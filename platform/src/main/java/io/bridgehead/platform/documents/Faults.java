package io.bridgehead.platform.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a fault that goes by itself from one that comes again however often one tries.
public final class Faults {

    /// The server's codes for a state that it leaves by itself, from its list of error codes:
    /// stepping down, electing, shutting down, a start without a majority yet, cursors that a restart
    /// closed, network faults between members, write concern time-outs.
    private static final Set<Integer> PASSING_CODES =
            Set.of(
                    6, 7, 43, 64, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435,
                    13436);

    private Faults() {}

    /// True for a database that is away, elects or is overloaded; false for a document it refuses.
    public static boolean mayPass(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Overloaded) {
                return true;
            }
            if (cause instanceof MongoException e) {
                return mayPass(e);
            }
        }
        return false;
    }

    private static boolean mayPass(MongoException fault) {
        return switch (fault) {
            case MongoTimeoutException _,
                    MongoConnectionPoolClearedException _,
                    MongoServerUnavailableException _ ->
                    true;
            // The password may be right and the server have gone away while it was looked at.
            case MongoSecurityException signIn -> mayPass(signIn.getCause());
            case MongoWriteException _, MongoBulkWriteException _, MongoClientException _ -> false;
            case MongoCommandException command ->
                    command.hasErrorLabel("RetryableWriteError")
                            || command.hasErrorLabel("TransientTransactionError")
                            || PASSING_CODES.contains(command.getErrorCode());
            default -> true;
        };
    }
}
