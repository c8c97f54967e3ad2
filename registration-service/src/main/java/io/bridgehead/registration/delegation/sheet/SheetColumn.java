package io.bridgehead.registration.delegation.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// The columns of a delegation's sheet, by their headings, and by their names in the public API.
/// Their order is free.
public enum SheetColumn {
    @JsonProperty("name")
    NAME("姓名", "Name"),
    @JsonProperty("phone")
    PHONE("手机号", "Phone"),
    @JsonProperty("email")
    EMAIL("邮箱", "Email"),
    @JsonProperty("organisation")
    ORGANISATION("单位", "Organisation"),
    @JsonProperty("creditCode")
    CREDIT_CODE("统一社会信用代码", "Credit code"),
    @JsonProperty("organisationKind")
    ORGANISATION_KIND("单位类型", "Organisation kind"),
    @JsonProperty("jobTitle")
    JOB_TITLE("职务", "Job title"),
    @JsonProperty("kind")
    KIND("类别", "Kind"),
    @JsonProperty("leader")
    LEADER("领队", "Leader");

    private final String chinese;
    private final String english;

    SheetColumn(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// @param heading in either language
    public static Optional<SheetColumn> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.chinese.equals(heading) || column.isEnglish(heading))
                .findFirst();
    }

    /// A sheet without it says nothing of it about anybody.
    boolean mayBeMissing() {
        return this == EMAIL || this == LEADER;
    }

    boolean isEnglish(String heading) {
        return english.equalsIgnoreCase(heading);
    }

    String heading(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }
}
