package io.bridgehead.registration.delegation.sheet;

import jakarta.validation.constraints.Size;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one row says, as it was read: without blanks around it, and empty where nothing is written.
public record SheetCells(
        @Size(max = LONGEST) String name,
        @Size(max = LONGEST) String phone,
        @Size(max = LONGEST) String email,
        @Size(max = LONGEST) String organisation,
        @Size(max = LONGEST) String creditCode,
        @Size(max = LONGEST) String organisationKind,
        @Size(max = LONGEST) String jobTitle,
        @Size(max = LONGEST) String kind,
        @Size(max = LONGEST) String leader) {

    /// Characters that are kept of a cell: five times what a column takes, so that there is enough to
    /// be shortened by hand, and a sheet full of long texts stays small.
    private static final int LONGEST = 500;

    /// A request may leave out what is empty.
    public SheetCells {
        name = tidy(name);
        phone = tidy(phone);
        email = tidy(email);
        organisation = tidy(organisation);
        creditCode = tidy(creditCode);
        organisationKind = tidy(organisationKind);
        jobTitle = tidy(jobTitle);
        kind = tidy(kind);
        leader = tidy(leader);
    }

    static SheetCells read(Function<SheetColumn, String> texts) {
        Function<SheetColumn, String> kept = texts.andThen(SheetCells::cut);
        return new SheetCells(
                kept.apply(SheetColumn.NAME),
                kept.apply(SheetColumn.PHONE),
                kept.apply(SheetColumn.EMAIL),
                kept.apply(SheetColumn.ORGANISATION),
                kept.apply(SheetColumn.CREDIT_CODE),
                kept.apply(SheetColumn.ORGANISATION_KIND),
                kept.apply(SheetColumn.JOB_TITLE),
                kept.apply(SheetColumn.KIND),
                kept.apply(SheetColumn.LEADER));
    }

    String in(SheetColumn column) {
        return switch (column) {
            case NAME -> name;
            case PHONE -> phone;
            case EMAIL -> email;
            case ORGANISATION -> organisation;
            case CREDIT_CODE -> creditCode;
            case ORGANISATION_KIND -> organisationKind;
            case JOB_TITLE -> jobTitle;
            case KIND -> kind;
            case LEADER -> leader;
        };
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : SheetHeading.tidied(text);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, pair ? LONGEST - 1 : LONGEST);
    }

    /// Shows nothing: it is about a person, and what is printed ends up in logs.
    @Override
    public String toString() {
        return "SheetCells[hidden]";
    }
}
