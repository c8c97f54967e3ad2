package io.bridgehead.stack;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One part of the system, or one of its instances.
///
/// @param port its own, on the loopback address
/// @param after what must answer before this one starts; it is stopped before them
/// @param ready whether it answers now
record Part(String name, int port, Set<String> after, BooleanSupplier ready, Preparation prepare) {

    /// Lays out what the part needs, which may take its time when it is done for the first time.
    interface Preparation {
        /// @param say told what takes long, or what the person should know
        Launch launch(Consumer<String> say);
    }
}
