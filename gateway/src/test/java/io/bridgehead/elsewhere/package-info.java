/// Stands for any other module of the house, in [io.bridgehead.gateway.ArchitectureTest].
@NullMarked
package io.bridgehead.elsewhere;

import org.jspecify.annotations.NullMarked;
