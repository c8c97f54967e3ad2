package io.bridgehead.registration.delegation.sheet;

/// How a column of the sheet is filled in, in both languages. The person of the example is invented.
record SheetGuide(
        boolean required, String chinese, String english, String example, String englishExample) {

    static SheetGuide of(SheetColumn column) {
        return switch (column) {
            case NAME -> needed("身份证件上的姓名", "As on the identity document", "张三（示例）", "Zhang San");
            case PHONE ->
                    needed(
                            "大陆号码 11 位；其他号码以 + 和国家或地区代码开头。每人每届只登记一次",
                            "Eleven digits for the mainland, others with + and country code. Each"
                                    + " person is registered once in an edition",
                            "13900001112",
                            "13900001112");
            case EMAIL ->
                    new SheetGuide(
                            false,
                            "可不填，也可删去此列",
                            "May be blank, or the column left out",
                            "zhangsan@example.org",
                            "zhangsan@example.org");
            case ORGANISATION ->
                    needed(
                            "单位全称；首次出现的单位随此行登记",
                            "Its full name; one that is not known yet is registered with the row",
                            "上饶锂电材料有限公司（示例）",
                            "Shangrao Lithium Materials (example)");
            case CREDIT_CODE ->
                    needed(
                            "18 位，末位为校验码",
                            "18 characters, the last of which checks the others",
                            "91361100MAEX001173",
                            "91361100MAEX001173");
            case ORGANISATION_KIND ->
                    needed(
                            "企业、研究院、高校、基金、政府 之一",
                            "One of: enterprise, institute, university, fund, government",
                            "企业",
                            "enterprise");
            case JOB_TITLE -> needed("现任职务或职称", "The present one", "工艺工程师", "Process engineer");
            case KIND ->
                    needed(
                            "代表、投资人、专家、项目团队 之一",
                            "One of: delegate, investor, expert, project team",
                            "代表",
                            "delegate");
            case LEADER ->
                    new SheetGuide(
                            false,
                            "是 或 否，不填为否；一个代表团只有一位领队",
                            "yes or no, blank is no; a delegation has one leader",
                            "否",
                            "no");
        };
    }

    private static SheetGuide needed(
            String chinese, String english, String example, String englishExample) {
        return new SheetGuide(true, chinese, english, example, englishExample);
    }

    String required(boolean inEnglish) {
        if (inEnglish) {
            return required ? "yes" : "no";
        }
        return required ? "是" : "否";
    }

    String text(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    String example(boolean inEnglish) {
        return inEnglish ? englishExample : example;
    }
}
