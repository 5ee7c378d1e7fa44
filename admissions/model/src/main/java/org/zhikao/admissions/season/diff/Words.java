package org.zhikao.admissions.season.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 方案用语: what the fields of the rules language are called, Chinese and English; {@code Record.field} where a name has two. */
final class Words {
    private static final String TABLE = """
            absent|缺考处理|absence
            addBonus|加分计入总分|bonus in the total
            adjust|服从调剂|adjustment
            admittedLeaveGaokao|录取者退出普通高考|admitted leave the gaokao
            admittedMaySit|已录取者可只考不录|admitted may sit
            all|须有全部事实|all of these facts
            any|须有任一事实|any of these facts
            assigned|奖项赋分|marks assigned by prize
            assumptions|演示值|assumption
            atLeast|分数线|line
            attendance|缺考与零分|attendance
            audience|可报考的考生类别|audience
            authority|认证机关|authority
            bands|分档赋分|band
            barredGrades|不合格等级|barred grade
            basis|依据文件|basis
            bonusCap|加分上限|bonus cap
            by|比较内容|compared by
            Deviation.by|登记人|recorded by
            calendar|阶段|phase
            caps|上限|cap
            catalogueByYearAndLevel|专业按目录年和层次识别|majors keyed by catalogue year and level
            catalogueYear|目录年份|catalogue year
            categories|考试类别|category
            Condition.categories|限考试类别|of category
            category|考试类别|category
            certificate|认证|certificate
            clause|条款|clause
            closes|结束|closes
            code|代码|code
            college|院校|college
            component|科目|component
            components|科目|component
            conversion|折算|conversion
            count|次数|count
            counts|免考科目计分|counts as
            demonstration|含演示值|demonstration
            derived|合成|derived
            deviations|偏离说明|deviation
            domain|网域|domain
            drawn|划线时间|drawn
            edition|版本|edition
            effect|效果|effect
            enterprise|企业|enterprise
            entryLevel|录取后层次|entry level
            envelope|总计划数|envelope
            exemptions|免试免考|exemption
            fact|凭事实|fact
            factor|系数|factor
            failReason|无分等级的原因|fail reason
            filingRatio|投档比例|filing ratio
            filingRounding|投档人数取舍|filing rounding
            form|考试形式|form
            from|原始分起点|from
            fromHigh|原始上界|raw upper bound
            fromLow|原始下界|raw lower bound
            gates|前置条件|gate
            grades|等级|grade
            ground|设立依据|ground
            group|国家群体|national group
            id|编号|id
            issuer|制定者|issuer
            joint|校企联合招生|joint enrolment
            kind|种类|kind
            Component.kind|科目性质|kind
            Quota.kind|考生类别|kind of candidate
            kinds|考生类别|kind of candidate
            Condition.kinds|限考生类别|of kind
            lastYear|最后年度|last year
            lastYearSeats|上年计划数|seats last year
            level|层次|level
            levels|招生层次|level
            linear|线性折算|linear conversion
            listBy|排名范围|ranked by
            lists|单列名单|separate list
            majorClasses|专业大类|major class
            majorsPerUnit|每单位专业数|majors per unit
            marks|计分|marks
            max|满分|maximum
            Round.max|志愿个数|most wishes
            maxShareOfCollege|占院校计划上限|largest share of a college
            mechanism|录取机制|mechanism
            method|计划分配办法|dividing method
            minimums|最低要求|minimum
            mixed|理论与操作未拆分|theory and operation mixed
            mode|取舍办法|mode
            name|名称|name
            none|不得有的事实|none of these facts
            notCategories|除考试类别|not of category
            notKinds|除考生类别|not of kind
            note|理由|note
            observed|实际值|observed
            of|所比科目或部分|of
            Derived.of|合成来源|of
            on|比较对象|compared on
            Deviation.on|登记日期|recorded on
            op|合成办法|operation
            opens|开始|opens
            Gate.opens|通过后可考的科目|opens
            optional|可缺|optional
            order|方向|order
            ordinaryGaokaoChannelKept|保留普通高考渠道|ordinary channel kept
            organiser|组织者|organiser
            origin|成绩来源|origin
            outflow|缺额转夏季|outflow
            part|须先过线的部分|part to pass first
            parts|成绩部分|part
            path|所补位置|place filled
            placement|录取|placement
            plan|招生计划|plan
            points|加分分值|points
            policy|国家条款声明|policy
            preferences|志愿|preferences
            proposingSide|提出方|proposing side
            province|省份|province
            provinceCode|省级代码|province code
            quality|可信程度|quality
            quotas|分项计划|quota
            ranking|排序|ranking
            reason|原因代码|reason
            Deviation.reason|理由|reason
            recheck|成绩复核|re-check
            refileAfterReturn|退档后补投|refiled after return
            remarking|重新评卷|marked again
            rescaleTo|折算到总分|rescaled to
            round|取舍|rounding
            reviewDays|各阶段工作日|working days of a stage
            noticeDays|公示工作日|working days of notice
            appealDays|申请复核工作日|working days for an appeal
            effectMinutes|可收回分钟数|minutes to take back
            otherCounty|本县回避|other county
            otherOffice|不同单位|other office
            lateAwards|逾期获奖补录取|late awards
            holidays|放假日|day off
            workedWeekends|调休上班|worked weekend day
            review|免试审核办法|exemption review
            rounds|批次轮次|round
            schema|文件格式|format
            schoolTypesExcluded|排除的学校类型|school type excluded
            seats|计划数|seats
            secondLevelOnlyAfterFirst|复审须先经复核|second level only after the first
            share|比例|share
            sittings|考试次数|sittings
            skillContent|岗位技能内容|skill content
            source|来源|source
            sources|来源|source
            standard|标准|standard
            step|最小分差|step
            Rounding.step|取到|to the step
            steps|审核步骤|review steps
            supplementary|征集志愿|supplementary
            take|取分办法|which sitting counts
            technicalSchoolsOnPlatform|技工学校纳入平台|technical schools on the platform
            technologyContent|通用技术内容|technology content
            terminal|同分末位办法|terminal policy
            terms|计分项|term
            ties|同分比较次序|tie-break order
            title|名称|title
            toHigh|计分上界|counted upper bound
            toLow|计分下界|counted lower bound
            total|总分|total
            track|通道|track
            tracks|招生通道|track
            Phase.tracks|所属通道|of track
            unit|志愿单位|unit
            validUntil|有效期|valid until
            validYears|成绩有效年数|years valid
            variants|另计总分|other total
            weight|权重|weight
            when|适用条件|condition
            year|招生年度|year
            zeroBars|零分处理|zero
            """;

    private static final Map<String, List<String>> BY_FIELD = table();

    private Words() {}

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        TABLE.lines().forEach(line -> {
            List<String> cells = List.of(line.split("\\|", -1));
            table.put(cells.get(0), cells.subList(1, 3));
        });
        return table;
    }

    static String chinese(String typedField) {
        return words(typedField).get(0);
    }

    static String english(String typedField) {
        return words(typedField).get(1);
    }

    private static List<String> words(String typedField) {
        String field = typedField.substring(typedField.indexOf('.') + 1);
        List<String> words = BY_FIELD.getOrDefault(typedField, BY_FIELD.get(field));
        if (words == null) {
            throw new IllegalStateException("a field of the rules language without a word: " + typedField);
        }
        return words;
    }
}
