/// The one taxonomy of industries that tags organisations, projects, mandates and needs everywhere.
@NullMarked
package io.bridgehead.registration.industry;

import org.jspecify.annotations.NullMarked;
