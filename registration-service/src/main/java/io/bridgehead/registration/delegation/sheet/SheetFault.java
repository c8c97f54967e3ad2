package io.bridgehead.registration.delegation.sheet;

import io.bridgehead.platform.web.Finding;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be wrong with a sheet, and what is said about it. No text repeats what stands in a cell:
/// findings are kept in the clear, and whatever cell may hold someone's name.
public enum SheetFault {
    NOT_A_WORKBOOK(
            "文件不是可读的 xlsx 工作簿，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。",
            "The file is no readable xlsx workbook. Save it as .xlsx and send it again."),
    TOO_LARGE(
            "文件解压后过大，请只保留名单工作表。",
            "Unpacked, the file is too large. Keep nothing in it but the list."),
    NO_HEADING(
            "第一个工作表的第 1 行不是表头，应为：姓名、手机号、邮箱、单位、统一社会信用代码、单位类型、职务、类别、领队。",
            "Row 1 of the first sheet is no heading. It should read: Name, Phone, Email, Organisation,"
                    + " Credit code, Organisation kind, Job title, Kind, Leader."),
    COLUMN_MISSING("缺少这一列。", "This column is missing."),
    COLUMN_TWICE("这一列出现了两次。", "This column is there twice."),
    NO_ROWS("名单中没有人员。", "There is nobody in the list."),
    TOO_MANY_ROWS(
            "名单超过 {0} 人，请分成几个文件上传；本次未登记任何人。",
            "The list has more than {0} people. Send it in several files; nobody was registered."),

    MISSING("必填。", "This must be filled in."),
    UNREADABLE("单元格是错误值，无法读取。", "The cell holds an error value and cannot be read."),
    TOO_LONG("内容过长，最多 {0} 个字。", "This is too long; {0} characters at most."),
    PHONE_MALFORMED(
            "手机号格式不正确：大陆号码为 11 位，其他号码以 + 和国家或地区代码开头。",
            "This is no mobile number: eleven digits for the mainland, others with + and country code."),
    EMAIL_MALFORMED("邮箱格式不正确。", "This is no email address."),
    CREDIT_CODE_MALFORMED(
            "统一社会信用代码不正确（应为 18 位，且校验码相符）。",
            "This is no unified social credit code: 18 characters, the last of which checks the others."),
    ORGANISATION_KIND_UNKNOWN(
            "单位类型应为：企业、研究院、高校、基金、政府。",
            "The kind of organisation is one of: enterprise, institute, university, fund, government."),
    KIND_UNKNOWN(
            "类别应为：代表、投资人、专家、项目团队。",
            "The kind is one of: delegate, investor, expert, project team."),
    LEADER_UNKNOWN("领队应填“是”或“否”。", "Leader is yes or no."),

    PERSON_TWICE("与第 {0} 行是同一手机号。", "Row {0} has the same phone number."),
    SECOND_LEADER("代表团已有领队，只能有一位。", "The delegation has a leader, and can have one only."),
    REGISTERED_ELSEWHERE(
            "此人已由另一代表团登记参加本届活动。",
            "Another delegation has registered this person for this edition."),
    REGISTERED_OTHERWISE(
            "此人已在本代表团登记，或已退出、未获批准；本行与原登记不同，未被采纳。",
            "This person is registered in this delegation, or has left it, or was declined; what this row"
                    + " says otherwise was not taken over.");

    private final String chinese;
    private final String english;

    SheetFault(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// @param row as the sheet numbers it; 0 for the file itself
    /// @param column the heading as the sheet has it; null for the row as a whole
    /// @param arguments fill the text's places
    public Finding at(int row, @Nullable String column, Integer... arguments) {
        Object[] shown = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new Finding(
                row,
                column,
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of(
                        "zh", MessageFormat.format(chinese, shown),
                        "en", MessageFormat.format(english, shown)));
    }
}
