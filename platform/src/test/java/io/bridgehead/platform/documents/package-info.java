@NullMarked
package io.bridgehead.platform.documents;

import org.jspecify.annotations.NullMarked;
