/// Aggregates as MongoDB documents: one document each, written under a condition, with its unsent
/// events inside it; and the codecs that turn plain records into documents.
@NullMarked
package io.bridgehead.platform.documents;

import org.jspecify.annotations.NullMarked;
