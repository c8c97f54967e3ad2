package io.bridgehead.registration.delegation.sheet;

import java.util.Arrays;
import java.util.Optional;

/// The columns of a delegation's sheet, by their headings. Their order is free.
enum SheetColumn {
    NAME("姓名", "Name"),
    PHONE("手机号", "Phone"),
    EMAIL("邮箱", "Email"),
    ORGANISATION("单位", "Organisation"),
    CREDIT_CODE("统一社会信用代码", "Credit code"),
    ORGANISATION_KIND("单位类型", "Organisation kind"),
    JOB_TITLE("职务", "Job title"),
    KIND("类别", "Kind"),
    LEADER("领队", "Leader");

    private final String chinese;
    private final String english;

    SheetColumn(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    static Optional<SheetColumn> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.chinese.equals(heading) || column.isEnglish(heading))
                .findFirst();
    }

    boolean isEnglish(String heading) {
        return english.equalsIgnoreCase(heading);
    }

    String heading(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }
}
