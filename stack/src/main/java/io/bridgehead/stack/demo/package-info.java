/// Runs the main job once, as its people and partner cities would: through the public API and nothing
/// else.
@NullMarked
package io.bridgehead.stack.demo;

import org.jspecify.annotations.NullMarked;
