package io.bridgehead.registration.delegation.sheet;

import static io.bridgehead.registration.delegation.sheet.Sheets.person;
import static io.bridgehead.registration.delegation.sheet.Sheets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegate.PhoneNumber;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.organisation.OrganisationKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DelegationSheetTest {

    private static final int MOST_ROWS = 50;
    private static final long MOST_UNZIPPED = DataSize.ofMegabytes(8).toBytes();

    @Test
    void readsPeople() {
        List<SheetRow> rows =
                good(
                        List.of(
                                "饶国安",
                                "13900001112",
                                "rao@example.org",
                                "上饶锂电",
                                "91361100MAEX001173",
                                "企业",
                                "副总经理",
                                "代表",
                                "是"),
                        List.of(
                                "俞海峰",
                                "13900001119",
                                "",
                                "浙大衢州研究院",
                                "12330800MBEX00014N",
                                "研究院",
                                "研究员",
                                "专家",
                                ""));

        assertThat(rows)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("cells")
                .containsExactly(
                        new SheetRow.Guest(
                                2,
                                rows.getFirst().cells(),
                                "饶国安",
                                new PhoneNumber("13900001112"),
                                "rao@example.org",
                                "91361100MAEX001173",
                                "上饶锂电",
                                OrganisationKind.ENTERPRISE,
                                "副总经理",
                                GuestKind.DELEGATE,
                                true),
                        new SheetRow.Guest(
                                3,
                                rows.getLast().cells(),
                                "俞海峰",
                                new PhoneNumber("13900001119"),
                                null,
                                "12330800MBEX00014N",
                                "浙大衢州研究院",
                                OrganisationKind.INSTITUTE,
                                "研究员",
                                GuestKind.EXPERT,
                                false));
    }

    @Test
    void takesWhatPeopleMeanFromWhatExcelMakesOfIt() {
        List<SheetRow> rows =
                good(
                        person("数字", 13900001119L),
                        person("全角", "１３９００００１１２６"),
                        person(" 空格\u3000", " 139 0000 1133 "),
                        with(
                                with(
                                        person("小写", "13900001140"),
                                        "统一社会信用代码",
                                        " 91361100maex001173 "),
                                "类别",
                                "项目团队 "),
                        with(person("真假", "13900001147"), "领队", true));

        assertThat(rows)
                .extracting(row -> ((SheetRow.Guest) row).phone().value())
                .containsExactly(
                        "13900001119", "13900001126", "13900001133", "13900001140", "13900001147");
        assertThat(((SheetRow.Guest) rows.get(2)).name()).isEqualTo("空格");
        assertThat(((SheetRow.Guest) rows.get(3)).creditCode()).isEqualTo("91361100MAEX001173");
        assertThat(((SheetRow.Guest) rows.get(4)).leader()).isTrue();
    }

    @Test
    void readsEnglishHeadingsInAnyOrderAndLeavesOtherColumnsAlone() {
        byte[] xlsx =
                Sheets.workbook(sheet -> {
                    Sheets.write(
                            sheet,
                            0,
                            List.of(
                                    "No.",
                                    "Kind",
                                    "name",
                                    "PHONE",
                                    "Organisation",
                                    "Credit code",
                                    "Organisation kind",
                                    "Job title",
                                    "Leader"));
                    Sheets.write(
                            sheet,
                            1,
                            List.of(
                                    1,
                                    "Project team",
                                    "Jane Doe",
                                    "+85261234567",
                                    "Sample Ltd",
                                    "91361100MAEX001173",
                                    "Enterprise",
                                    "CTO",
                                    "Yes"));
                });

        assertThat(read(xlsx).rows())
                .containsExactly(
                        new SheetRow.Guest(
                                2,
                                new SheetCells(
                                        "Jane Doe",
                                        "+85261234567",
                                        "",
                                        "Sample Ltd",
                                        "91361100MAEX001173",
                                        "Enterprise",
                                        "CTO",
                                        "Project team",
                                        "Yes"),
                                "Jane Doe",
                                new PhoneNumber("+85261234567"),
                                null,
                                "91361100MAEX001173",
                                "Sample Ltd",
                                OrganisationKind.ENTERPRISE,
                                "CTO",
                                GuestKind.PROJECT_TEAM,
                                true));
    }

    @Test
    void skipsBlankRowsAndKeepsTheSheetsNumbers() {
        List<SheetRow> rows =
                good(
                        person("甲", "13900001119"),
                        Collections.nCopies(9, "  "),
                        List.of(),
                        person("乙", "13900001126"));

        assertThat(rows).extracting(row -> ((SheetRow.Guest) row).number()).containsExactly(2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "姓名, '', missing",
        "手机号, '', missing",
        "手机号, 1390000123, phone-malformed",
        "邮箱, rao.example.org, email-malformed",
        "单位, '   ', missing",
        "统一社会信用代码, 91361100MAEX00117A, credit-code-malformed",
        "单位类型, 协会, organisation-kind-unknown",
        "职务, '', missing",
        "类别, 记者, kind-unknown",
        "领队, 也许, leader-unknown"
    })
    void reportsABadCellByRowAndColumnAndLetsTheOthersIn(String column, String value, String code) {
        DelegationSheet sheet =
                read(
                        person("甲", "13900001119"),
                        with(person("乙", "13900001126"), column, value),
                        person("丙", "13900001133"));

        assertThat(sheet.rows()).hasSize(3);
        assertThat(sheet.rows().get(0)).isInstanceOf(SheetRow.Guest.class);
        assertThat(sheet.rows().get(2)).isInstanceOf(SheetRow.Guest.class);
        assertThat(findings(sheet))
                .extracting(Finding::row, Finding::column, Finding::code)
                .containsExactly(tuple(3, column, code));
    }

    @Test
    void reportsAllThatIsWrongWithARow() {
        DelegationSheet sheet = read(List.of("", "12", "x", "", "y", "z", "", "w", "v"));

        assertThat(findings(sheet))
                .extracting(Finding::column)
                .containsExactlyElementsOf(Sheets.HEADING);
    }

    @Test
    void noticesTheSamePersonAgainHoweverTheNumberIsWritten() {
        DelegationSheet sheet =
                read(
                        with(person("甲", "13900001119"), "姓名", ""),
                        person("甲", "13900001119"),
                        person("乙", "13900001126"),
                        person("甲", "+86 139 0000 1119"));

        assertThat(findings(sheet))
                .extracting(Finding::row, Finding::column, Finding::code)
                .containsExactly(tuple(2, "姓名", "missing"), tuple(5, "手机号", "person-twice"));
        assertThat(findings(sheet).getLast().message().get("zh")).contains("第 3 行");
    }

    @Test
    void takesTheFirstLeaderAndReportsTheNext() {
        DelegationSheet sheet =
                read(
                        with(with(person("甲", "13900001119"), "领队", "是"), "类别", "记者"),
                        with(person("乙", "13900001126"), "领队", "是"),
                        with(person("丙", "13900001133"), "领队", "yes"));

        assertThat(findings(sheet))
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "kind-unknown"), tuple(4, "second-leader"));
    }

    @Test
    void refusesTextBeyondReason() {
        DelegationSheet sheet = read(person("甲".repeat(101), "13900001119"));

        assertThat(findings(sheet))
                .extracting(Finding::column, Finding::code)
                .containsExactly(tuple("姓名", "too-long"));
    }

    @Test
    void findingsSpeakBothLanguagesAndRepeatNoCell() {
        DelegationSheet sheet =
                read(List.of("张三丰", "张三丰", "张三丰", "张三丰", "张三丰", "张三丰", "张三丰", "张三丰", "张三丰"));

        assertThat(findings(sheet))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.message().keySet()).containsExactlyInAnyOrder("zh", "en");
                    assertThat(finding.message().values())
                            .noneMatch(text -> text.contains("张三丰") || text.contains("{"));
                });
    }

    @Test
    void refusesASheetWithoutHeading() {
        assertRefused(
                Sheets.workbook(sheet -> Sheets.write(sheet, 0, person("甲", "13900001119"))),
                tuple(1, null, "no-heading"));
        assertRefused(Sheets.workbook(_ -> {}), tuple(1, null, "no-heading"));
        assertRefused(
                Sheets.workbook(sheet -> Sheets.write(sheet, 1, Sheets.HEADING)),
                tuple(1, null, "no-heading"));
    }

    @Test
    void needsNoColumnForWhatMayBeLeftBlank() {
        DelegationSheet sheet =
                read(
                        Sheets.workbook(content -> {
                            Sheets.write(
                                    content,
                                    0,
                                    List.of("姓名", "手机号", "单位", "统一社会信用代码", "单位类型", "职务", "类别"));
                            Sheets.write(
                                    content,
                                    1,
                                    List.of(
                                            "饶国安",
                                            "13900001112",
                                            "上饶锂电",
                                            "91361100MAEX001173",
                                            "企业",
                                            "副总经理",
                                            "代表"));
                        }));

        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        SheetRow.Guest.class,
                        guest -> {
                            assertThat(guest.leader()).isFalse();
                            assertThat(guest.email()).isNull();
                        });
    }

    @Test
    void namesEveryColumnThatIsMissingOrThereTwice() {
        assertRefused(
                Sheets.workbook(sheet ->
                        Sheets.write(
                                sheet, 0, List.of("姓名", "手机号", "单位", "单位类型", "职务", "类别", "姓名"))),
                tuple(1, "姓名", "column-twice"),
                tuple(1, "统一社会信用代码", "column-missing"));
        assertRefused(
                Sheets.workbook(sheet ->
                        Sheets.write(
                                sheet,
                                0,
                                List.of(
                                        "Name",
                                        "Organisation",
                                        "Credit code",
                                        "Organisation kind",
                                        "Job title",
                                        "Kind",
                                        "Leader"))),
                tuple(1, "Phone", "column-missing"));
    }

    @Test
    void refusesAListOfNobodyAndOneThatIsTooLong() {
        List<List<?>> people = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            people.add(person("甲", "139" + (10000000 + i)));
        }

        assertRefused(Sheets.of(List.of()), tuple(1, null, "no-rows"));
        assertRefused(Sheets.of(people), tuple(52, null, "too-many-rows"));
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertRefused(new byte[0], tuple(0, null, "not-a-workbook"));
        assertRefused("姓名,手机号".getBytes(StandardCharsets.UTF_8), tuple(0, null, "not-a-workbook"));
        assertRefused(zip("hello.xml", "<hello/>"), tuple(0, null, "not-a-workbook"));
        byte[] cut = Sheets.of(List.of(person("甲", "13900001119")));
        assertRefused(Arrays.copyOf(cut, cut.length / 2), tuple(0, null, "not-a-workbook"));
    }

    @Test
    void refusesASmallFileThatUnpacksToALargeOne() throws IOException {
        byte[] bomb = zip("xl/sharedStrings.xml", " ".repeat(9_000_000));

        assertThat(bomb.length).isLessThan(20_000);
        assertRefused(bomb, tuple(0, null, "too-large"));
    }

    @Test
    void refusesACellThatClaimsToStandFarOut() throws IOException {
        byte[] xlsx = Sheets.of(List.of(person("甲", "13900001119")));

        assertRefused(
                sheetXml(xlsx, xml -> xml.replace("r=\"A2\"", "r=\"ZZZZZZ2\"")),
                tuple(0, null, "too-large"));
        assertRefused(
                sheetXml(xlsx, xml -> xml.replace("r=\"A2\"", "r=\"\uffee\uffee2\"")),
                tuple(0, null, "too-large"));
    }

    @Test
    void refusesEntities() throws IOException {
        byte[] xlsx = Sheets.of(List.of(person("甲", "13900001119")));
        String declaration =
                "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

        assertRefused(
                sheetXml(xlsx, xml -> xml.replaceFirst("<worksheet", declaration + "<worksheet")),
                tuple(0, null, "not-a-workbook"));
    }

    @Test
    void doesNotWriteOutANumberOfAThousandMillionDigits() throws IOException {
        byte[] xlsx = Sheets.of(List.of(person("甲", 13900001119L)));

        DelegationSheet sheet =
                read(sheetXml(xlsx, xml -> xml.replace("13900001119", "1E999999999")));

        assertThat(findings(sheet))
                .extracting(Finding::column, Finding::code)
                .containsExactly(tuple("手机号", "phone-malformed"));
    }

    @Test
    void refusesRowsThatAreNumberedTwice() throws IOException {
        byte[] xlsx = Sheets.of(List.of(person("甲", "13900001119"), person("乙", "13900001126")));

        assertRefused(
                sheetXml(xlsx, xml -> xml.replace("<row r=\"3\"", "<row r=\"2\"")),
                tuple(0, null, "not-a-workbook"));
    }

    /// The samples of the demo are what a city's office makes with another program.
    @ParameterizedTest
    @CsvSource({
        "quzhou, 15, 姓名: missing",
        "shangrao, 14, 手机号: phone-malformed",
        "huangshan, 9, 统一社会信用代码: credit-code-malformed",
        "nanping, 10, 类别: kind-unknown 手机号: person-twice"
    })
    void readsTheSamples(String city, int people, String faults) throws IOException {
        byte[] xlsx = Files.readAllBytes(Path.of("../samples/delegations/" + city + ".xlsx"));

        DelegationSheet sheet = read(xlsx);

        assertThat(sheet.rows()).hasSize(people);
        assertThat(
                        String.join(
                                " ",
                                findings(sheet).stream()
                                        .map(finding -> finding.column() + ": " + finding.code())
                                        .toList()))
                .isEqualTo(faults);
    }

    private static DelegationSheet read(byte[] xlsx) {
        return DelegationSheet.read(xlsx, MOST_ROWS, MOST_UNZIPPED);
    }

    private static DelegationSheet read(List<?>... rows) {
        return read(Sheets.of(List.of(rows)));
    }

    private static List<SheetRow> good(List<?>... rows) {
        DelegationSheet sheet = read(rows);
        assertThat(sheet.findings()).isEmpty();
        assertThat(findings(sheet)).isEmpty();
        return sheet.rows();
    }

    private static List<Finding> findings(DelegationSheet sheet) {
        return sheet.rows().stream()
                .flatMap(row ->
                        row instanceof SheetRow.Faulty(_, _, List<Finding> findings)
                                ? findings.stream()
                                : Stream.empty())
                .toList();
    }

    private static void assertRefused(byte[] xlsx, Tuple... findings) {
        DelegationSheet sheet = read(xlsx);
        assertThat(sheet.rows()).isEmpty();
        assertThat(sheet.findings())
                .extracting(Finding::row, Finding::column, Finding::code)
                .containsExactly(findings);
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The workbook with its sheet's XML changed, as no honest program writes it.
    private static byte[] sheetXml(byte[] xlsx, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx))
                                .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().startsWith("xl/worksheets/")) {
                    String before = new String(content, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    content = after.getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
