/// What the gateway may not do, done: the fixture of [io.bridgehead.gateway.ArchitectureTest].
@NullMarked
package io.bridgehead.gateway.misplaced;

import org.jspecify.annotations.NullMarked;
