package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.junit.jupiter.api.Test;
import org.zhikao.workflows.lint.Condition;

/** Conditions mean here what they mean in the engine, also where the engine would fail. */
class DecidingLikeTheEngineTest {
    private static final String[] OPERANDS = {
        "a",
        "b",
        "s",
        "t",
        "n",
        "missing",
        "true",
        "false",
        "null",
        "'ENDORSED'",
        "''",
        "'60'",
        "\"true\"",
        "60",
        "-1",
        "0"
    };
    private static final String[] SIGNS = {"==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge"};

    private final SafeEl engine = new SafeEl(Map.of());
    private final Map<String, Object> brought = Map.of("a", true, "b", false, "s", "ENDORSED", "t", "60", "n", "");

    @Test
    void forThousandsOfExpressions() {
        Random random = new Random(7);
        int decided = 0;
        for (int i = 0; i < 20_000; i++) {
            String expression = "${" + either(random, 3) + "}";
            Condition ours = Condition.parse(expression).orElseThrow();
            String answer = ours(ours);
            assertThat(answer).as(expression).isEqualTo(theirs(expression));
            if (!answer.equals("undecided")) {
                decided++;
            }
        }
        assertThat(decided).isBetween(4_000, 19_000);
    }

    private String ours(Condition condition) {
        try {
            return String.valueOf(condition.holds(brought));
        } catch (Condition.Undecided e) {
            return "undecided";
        }
    }

    private String theirs(String expression) {
        VariableMap variables = Variables.createVariables();
        brought.forEach(variables::putValue);
        try {
            ValueExpression parsed = engine.createValueExpression(expression);
            Object value = parsed.getValue(engine.createElContext(variables.asVariableContext()));
            return value instanceof Boolean ? String.valueOf(value) : "undecided";
        } catch (ELException e) {
            return "undecided";
        }
    }

    private static String either(Random random, int depth) {
        String one = comparison(random, depth);
        return switch (random.nextInt(4)) {
            case 0 -> one + " or " + comparison(random, depth);
            case 1 -> one + " && " + comparison(random, depth);
            case 2 -> one + " and " + comparison(random, depth) + " || " + comparison(random, depth);
            default -> one;
        };
    }

    private static String comparison(Random random, int depth) {
        String one = operand(random, depth);
        return random.nextBoolean()
                ? one
                : one + " " + SIGNS[random.nextInt(SIGNS.length)] + " " + operand(random, depth);
    }

    private static String operand(Random random, int depth) {
        if (depth > 0) {
            switch (random.nextInt(6)) {
                case 0:
                    return "not " + operand(random, depth - 1);
                case 1:
                    return "empty " + operand(random, depth - 1);
                case 2:
                    return "(" + either(random, depth - 1) + ")";
                default:
                    break;
            }
        }
        return OPERANDS[random.nextInt(OPERANDS.length)];
    }
}
