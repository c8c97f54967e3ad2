package io.bridgehead.registration.delegation.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Makes real xlsx files as cities send them.
public final class Sheets {

    static final List<String> HEADING =
            List.of("姓名", "手机号", "邮箱", "单位", "统一社会信用代码", "单位类型", "职务", "类别", "领队");

    private Sheets() {}

    /// @param rows without the heading; null for a cell that is not there
    public static byte[] of(List<List<?>> rows) {
        return workbook(sheet -> {
            write(sheet, 0, HEADING);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, rows.get(i));
            }
        });
    }

    static byte[] workbook(Consumer<Worksheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            content.accept(workbook.newWorksheet("代表团名单"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                case Boolean truth -> sheet.value(row, column, truth);
                case null -> {}
                default -> throw new IllegalArgumentException("no cell: " + cells.get(column));
            }
        }
    }

    /// A row without fault.
    public static List<Object> person(String name, Object phone) {
        return List.of(
                name,
                phone,
                "",
                "上饶锂电材料有限公司（示例）",
                "91361100MAEX001173",
                "企业",
                "工艺工程师",
                "项目团队",
                "否");
    }

    /// The row, with another value in one column.
    public static List<Object> with(List<Object> row, String column, Object value) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(HEADING.indexOf(column), value);
        return changed;
    }
}
