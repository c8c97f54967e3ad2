package io.bridgehead.contract.signing;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Something about a record that is not as it was sealed.
///
/// @param part of the record, under its name in the document
record Finding(String part, Code code) {

    enum Code {
        /// The parties have not all signed.
        @JsonProperty("notSealed")
        NOT_SEALED(
                "协议尚未由全部当事方签署，没有封存。", "Not all parties have signed, so the record is not sealed."),
        @JsonProperty("altered")
        ALTERED("“%s”部分与封存时不一致，已被改动。", "The part '%s' is not what was sealed: it was edited."),
        @JsonProperty("missing")
        MISSING("封存时的“%s”部分已缺失。", "The part '%s' was sealed and is missing."),
        @JsonProperty("unknownKey")
        UNKNOWN_KEY("“%s”不是本平台的封存密钥。", "The '%s' is of no key that this service seals with."),
        @JsonProperty("broken")
        BROKEN("“%s”本身已损坏或被改动。", "The '%s' itself is broken: it was edited."),
        @JsonProperty("unreadable")
        UNREADABLE("记录已被改动，无法读取。", "The record was edited so that it cannot be read.");

        private final String zh;
        private final String en;

        Code(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    String zh() {
        return code.zh.formatted(part);
    }

    String en() {
        return code.en.formatted(part);
    }
}
