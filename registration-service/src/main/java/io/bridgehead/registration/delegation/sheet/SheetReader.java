package io.bridgehead.registration.delegation.sheet;

import static java.util.function.Function.identity;

import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegate.PhoneNumber;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.organisation.CreditCode;
import io.bridgehead.registration.organisation.OrganisationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one sheet, in their order. Each is judged by itself and against those before it that
/// are good.
final class SheetReader {

    private static final int LONGEST = 100;

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    /// As Excel writes them into a cell; also where a row comes back as text.
    private static final Pattern ERRORS =
            Pattern.compile("#(N/A|DIV/0!|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)");

    private static final Map<String, OrganisationKind> ORGANISATION_KINDS =
            Map.of(
                    "企业", OrganisationKind.ENTERPRISE,
                    "enterprise", OrganisationKind.ENTERPRISE,
                    "研究院", OrganisationKind.INSTITUTE,
                    "institute", OrganisationKind.INSTITUTE,
                    "高校", OrganisationKind.UNIVERSITY,
                    "university", OrganisationKind.UNIVERSITY,
                    "基金", OrganisationKind.FUND,
                    "fund", OrganisationKind.FUND,
                    "政府", OrganisationKind.GOVERNMENT,
                    "government", OrganisationKind.GOVERNMENT);

    private static final Map<String, GuestKind> KINDS =
            Map.of(
                    "代表", GuestKind.DELEGATE,
                    "delegate", GuestKind.DELEGATE,
                    "投资人", GuestKind.INVESTOR,
                    "investor", GuestKind.INVESTOR,
                    "专家", GuestKind.EXPERT,
                    "expert", GuestKind.EXPERT,
                    "项目团队", GuestKind.PROJECT_TEAM,
                    "project team", GuestKind.PROJECT_TEAM);

    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("是", true, "yes", true, "true", true, "否", false, "no", false, "false", false);

    private final Map<SheetColumn, String> headings;
    private final Map<PhoneNumber, Integer> rowsByPhone = new HashMap<>();
    private boolean led;

    /// @param headings as findings repeat them
    SheetReader(Map<SheetColumn, String> headings) {
        this.headings = headings;
    }

    SheetRow read(int number, SheetCells read) {
        Cells cells = new Cells(number, read);
        String name = cells.required(SheetColumn.NAME, identity(), SheetFault.MISSING);
        PhoneNumber phone =
                cells.required(
                        SheetColumn.PHONE,
                        text -> PhoneNumber.parse(text).orElse(null),
                        SheetFault.PHONE_MALFORMED);
        String email =
                cells.optional(SheetColumn.EMAIL, SheetReader::email, SheetFault.EMAIL_MALFORMED);
        String organisation =
                cells.required(SheetColumn.ORGANISATION, identity(), SheetFault.MISSING);
        String creditCode =
                cells.required(
                        SheetColumn.CREDIT_CODE,
                        SheetReader::creditCode,
                        SheetFault.CREDIT_CODE_MALFORMED);
        OrganisationKind organisationKind =
                cells.required(
                        SheetColumn.ORGANISATION_KIND,
                        word(ORGANISATION_KINDS),
                        SheetFault.ORGANISATION_KIND_UNKNOWN);
        String jobTitle = cells.required(SheetColumn.JOB_TITLE, identity(), SheetFault.MISSING);
        GuestKind kind = cells.required(SheetColumn.KIND, word(KINDS), SheetFault.KIND_UNKNOWN);
        Boolean leader =
                cells.optional(SheetColumn.LEADER, word(YES_OR_NO), SheetFault.LEADER_UNKNOWN);
        boolean leads = Boolean.TRUE.equals(leader);
        if (phone != null && rowsByPhone.containsKey(phone)) {
            cells.fault(SheetFault.PERSON_TWICE, SheetColumn.PHONE, rowsByPhone.get(phone));
        } else if (leads && led) {
            cells.fault(SheetFault.SECOND_LEADER, SheetColumn.LEADER);
        }
        if (!cells.findings.isEmpty()
                || name == null
                || phone == null
                || organisation == null
                || creditCode == null
                || organisationKind == null
                || jobTitle == null
                || kind == null) {
            return new SheetRow.Faulty(number, read, cells.findings);
        }
        rowsByPhone.put(phone, number);
        led |= leads;
        return new SheetRow.Guest(
                number,
                read,
                name,
                phone,
                email,
                creditCode,
                organisation,
                organisationKind,
                jobTitle,
                kind,
                leads);
    }

    private static @Nullable String email(String text) {
        String address = SheetHeading.normalised(text);
        return EMAIL.matcher(address).matches() ? address : null;
    }

    private static @Nullable String creditCode(String text) {
        String code = SheetHeading.normalised(text).replace(" ", "").toUpperCase(Locale.ROOT);
        return CreditCode.isValid(code) ? code : null;
    }

    private static <T> Function<String, @Nullable T> word(Map<String, T> words) {
        return text -> words.get(SheetHeading.normalised(text).toLowerCase(Locale.ROOT));
    }

    /// One row, and what is wrong with it.
    private final class Cells {

        private final int number;
        private final SheetCells read;
        private final List<Finding> findings = new ArrayList<>();

        Cells(int number, SheetCells read) {
            this.number = number;
            this.read = read;
        }

        <T> @Nullable T required(
                SheetColumn column, Function<String, @Nullable T> reading, SheetFault otherwise) {
            if (read.in(column).isEmpty()) {
                fault(SheetFault.MISSING, column);
                return null;
            }
            return optional(column, reading, otherwise);
        }

        /// @return null where nothing is written, or nothing that can be read
        <T> @Nullable T optional(
                SheetColumn column, Function<String, @Nullable T> reading, SheetFault otherwise) {
            String text = read.in(column);
            if (text.isEmpty()) {
                return null;
            }
            if (ERRORS.matcher(text).matches()) {
                fault(SheetFault.UNREADABLE, column);
                return null;
            }
            if (text.length() > LONGEST) {
                fault(SheetFault.TOO_LONG, column, LONGEST);
                return null;
            }
            T read = reading.apply(text);
            if (read == null) {
                fault(otherwise, column);
            }
            return read;
        }

        void fault(SheetFault fault, SheetColumn column, Integer... arguments) {
            findings.add(fault.at(number, headings.get(column), arguments));
        }
    }
}
