/// Personal data: encrypted under a key of the person it belongs to, shown masked unless a
/// permission says otherwise, unreadable everywhere once the key is destroyed.
@NullMarked
package io.bridgehead.platform.privacy;

import org.jspecify.annotations.NullMarked;
