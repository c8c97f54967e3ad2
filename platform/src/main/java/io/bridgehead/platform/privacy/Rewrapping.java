package io.bridgehead.platform.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// While two master keys are given, wraps by the first, beside the service's work, what the other has
/// wrapped. Instances that do it at once do no harm, and what is broken off goes on at the next start.
final class Rewrapping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);

    private final KeyStore keys;
    private final MasterKeys masterKeys;
    private volatile Thread thread = new Thread();

    Rewrapping(KeyStore keys, MasterKeys masterKeys) {
        this.keys = keys;
        this.masterKeys = masterKeys;
    }

    @Override
    public void start() {
        if (masterKeys.names().size() > 1) {
            thread = Thread.ofVirtual().name("rewrapping").start(this::run);
        }
    }

    private void run() {
        try {
            log.info(
                    "{} keys are now wrapped by master key {}, and none by another",
                    keys.rewrap(),
                    masterKeys.first());
        } catch (RuntimeException e) {
            log.warn(
                    "not all keys are wrapped by master key {} yet: {}",
                    masterKeys.first(),
                    e.toString());
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
