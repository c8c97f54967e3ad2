package io.bridgehead.registration.delegation.sheet;

import io.bridgehead.platform.web.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The sheets that we hand out, which can be filled in and imported as they are. Every cell is a text,
/// in a column of the format "text": a cell that begins with `=` is not computed, and stays what it is
/// when someone edits it.
public final class WrittenSheet {

    private static final List<SheetColumn> COLUMNS = List.of(SheetColumn.values());

    private WrittenSheet() {}

    /// A row that did not go in.
    public record BadLine(SheetCells cells, List<Finding> findings) {

        public BadLine {
            findings = List.copyOf(findings);
        }
    }

    /// The headings alone, and how to fill in on a second sheet, where nobody is taken for a guest.
    public static byte[] template(Locale locale) {
        boolean english = isEnglish(locale);
        return workbook(workbook -> {
            Worksheet list = workbook.newWorksheet(english ? "Delegation" : "代表团名单");
            head(list, english);
            Worksheet guide = workbook.newWorksheet(english ? "How to fill in" : "填写说明");
            write(
                    guide,
                    0,
                    english
                            ? List.of("Column", "Required", "What to write", "For instance")
                            : List.of("列", "必填", "怎样填写", "示例"));
            bold(guide, 4);
            guide.width(2, 60);
            guide.width(3, 32);
            for (int i = 0; i < COLUMNS.size(); i++) {
                SheetColumn column = COLUMNS.get(i);
                SheetGuide row = SheetGuide.of(column);
                write(
                        guide,
                        i + 1,
                        List.of(
                                column.heading(english),
                                row.required(english),
                                row.text(english),
                                row.example(english)));
            }
        });
    }

    /// The lines as they were sent, each with what is wrong with it in one further column, which an
    /// import leaves alone.
    public static byte[] badLines(List<BadLine> lines, Locale locale) {
        boolean english = isEnglish(locale);
        return workbook(workbook -> {
            Worksheet list = workbook.newWorksheet(english ? "Delegation" : "代表团名单");
            head(list, english);
            list.value(0, COLUMNS.size(), english ? "What is wrong" : "问题");
            bold(list, COLUMNS.size() + 1);
            list.width(COLUMNS.size(), 60);
            for (int i = 0; i < lines.size(); i++) {
                BadLine line = lines.get(i);
                write(list, i + 1, COLUMNS.stream().map(line.cells()::in).toList());
                list.value(i + 1, COLUMNS.size(), wrong(line.findings(), english));
            }
        });
    }

    private static void head(Worksheet list, boolean english) {
        for (int place = 0; place < COLUMNS.size(); place++) {
            list.value(0, place, COLUMNS.get(place).heading(english));
            list.width(place, 22);
            list.style(place).format("@").set();
        }
        bold(list, COLUMNS.size());
        list.freezePane(0, 1);
    }

    private static void bold(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
    }

    private static void write(Worksheet sheet, int row, List<String> texts) {
        for (int place = 0; place < texts.size(); place++) {
            if (!texts.get(place).isEmpty()) {
                sheet.value(row, place, texts.get(place));
                sheet.style(row, place).format("@").set();
            }
        }
    }

    private static String wrong(List<Finding> findings, boolean english) {
        return findings.stream()
                .map(finding -> {
                    String text = finding.message().get(english ? "en" : "zh");
                    return SheetColumn.of(finding.column() == null ? "" : finding.column())
                            .map(column -> column.heading(english) + (english ? ": " : "：") + text)
                            .orElse(text);
                })
                .collect(Collectors.joining(english ? " " : ""));
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /// What goes into a workbook.
    private interface Content {
        void writeTo(Workbook workbook);
    }

    private static byte[] workbook(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Bridgehead", "1.0")) {
            content.writeTo(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
