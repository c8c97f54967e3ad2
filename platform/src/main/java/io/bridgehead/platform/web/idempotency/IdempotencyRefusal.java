package io.bridgehead.platform.web.idempotency;

/// Why a POST is not run.
abstract sealed class IdempotencyRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final class KeyMissing extends IdempotencyRefusal {
        private static final long serialVersionUID = 1;
    }

    static final class KeyMalformed extends IdempotencyRefusal {
        private static final long serialVersionUID = 1;
    }

    static final class KeyReused extends IdempotencyRefusal {
        private static final long serialVersionUID = 1;
    }

    static final class StillRunning extends IdempotencyRefusal {
        private static final long serialVersionUID = 1;
    }
}
