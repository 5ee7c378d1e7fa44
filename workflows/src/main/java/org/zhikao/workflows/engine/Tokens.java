package org.zhikao.workflows.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessInstanceWithVariablesImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The few things the ingress asks of the engine; every call is made inside one open engine command. */
final class Tokens {
    private final RuntimeService runtime;
    private final TaskService tasks;

    Tokens(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
    }

    /**
     * Loads the tokens of all these cases with one query and hands each instance its executions, so that no later step
     * selects anything. The empty list of variables is the promise that nothing is ever stored with a token.
     */
    void load(Collection<Case> cases) {
        Map<String, Case> byInstance = new HashMap<>();
        for (Case c : cases) {
            if (c.instanceId != null) {
                byInstance.put(c.instanceId, c);
            }
        }
        if (byInstance.isEmpty()) {
            return;
        }
        // Locked in id order: a job of the same case waits for this transaction or is waited for, in turn.
        List<Execution> found = runtime.createNativeExecutionQuery()
                .sql("select * from act_ru_execution where proc_inst_id_ = any(string_to_array(#{ids}, ','))"
                        + " order by id_ for update")
                .parameter("ids", String.join(",", byInstance.keySet()))
                .list();
        Map<String, List<ExecutionEntity>> trees = new HashMap<>();
        for (Execution execution : found) {
            trees.computeIfAbsent(execution.getProcessInstanceId(), k -> new ArrayList<>(2))
                    .add((ExecutionEntity) execution);
        }
        byInstance.forEach((id, c) -> c.instance = restored(id, trees.getOrDefault(id, List.of())));
    }

    private static ExecutionEntity restored(String id, List<ExecutionEntity> tree) {
        for (ExecutionEntity execution : tree) {
            if (execution.isProcessInstanceExecution()) {
                execution.restoreProcessInstance(tree, null, List.of(), null, null, null, null);
                return execution;
            }
        }
        throw new IllegalStateException("the engine has no instance " + id + "; rebuild the workflow");
    }

    /** Starts a case on this version of its model. */
    void start(Case c, String definitionId, Map<String, Object> variables) {
        trace(c, () -> {
            c.definitionId = definitionId;
            ProcessInstance started =
                    runtime.startProcessInstanceById(definitionId, c.key.caseKey(), transients(variables));
            c.instanceId = started.getId();
            c.instance = ((ProcessInstanceWithVariablesImpl) started).getExecutionEntity();
        });
    }

    /** Moves the token that waits for this word; false when none does. */
    boolean move(Case c, String word, Map<String, Object> variables) {
        ExecutionEntity waiting = c.instance == null ? null : waiting(c.instance, word);
        if (waiting == null) {
            return false;
        }
        trace(c, () -> {
            if (waiting.getActivity().getProperty(FactParseListener.ROLE) == null) {
                runtime.signal(waiting.getId(), transients(variables));
            } else {
                for (TaskEntity task : List.copyOf(waiting.getTasks())) {
                    tasks.complete(task.getId(), transients(variables));
                }
            }
        });
        return true;
    }

    /** Ends a case at the end event that this word leads to; false when the model has none. */
    boolean end(Case c, String word) {
        if (c.instance == null) {
            return false;
        }
        String end = ends(c.instance).get(word);
        if (end == null) {
            return false;
        }
        c.hasDuties |= hasDuties(c.instance);
        runtime.deleteProcessInstance(c.instance.getId(), word, true, true, true);
        ended(c, end);
        return true;
    }

    private void trace(Case c, Runnable move) {
        PathTrace trace = PathTrace.begin();
        try {
            move.run();
        } finally {
            PathTrace.finish();
        }
        ExecutionEntity instance = c.instance;
        if (instance == null) {
            throw new IllegalStateException("no token for " + c.key);
        }
        c.hasDuties |= hasDuties(instance);
        Map<String, Integer> bits = bits(instance);
        c.flows = bits.size();
        for (String flow : trace.flows) {
            Integer bit = bits.get(flow);
            if (bit != null) {
                c.path.set(bit);
            }
        }
        if (instance.isEnded()) {
            ended(c, trace.end == null ? "" : trace.end);
        } else {
            c.activities = activities(instance);
        }
    }

    private static void ended(Case c, String end) {
        c.instance = null;
        c.instanceId = null;
        c.activities = List.of(end);
    }

    private static @Nullable ExecutionEntity waiting(ExecutionEntity from, String word) {
        List<ExecutionEntity> children = from.getExecutions();
        if (children.isEmpty()) {
            ActivityImpl activity = from.getActivity();
            return activity != null && word.equals(activity.getProperty(FactParseListener.FACT)) ? from : null;
        }
        for (ExecutionEntity child : children) {
            ExecutionEntity found = waiting(child, word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The waits and duties that tokens stand in; an instruction under way is a job, not a place. */
    private static List<String> activities(ExecutionEntity instance) {
        TreeSet<String> found = new TreeSet<>();
        collect(instance, found);
        return List.copyOf(found);
    }

    private static void collect(ExecutionEntity from, Set<String> found) {
        List<ExecutionEntity> children = from.getExecutions();
        if (children.isEmpty()) {
            ActivityImpl activity = from.getActivity();
            if (activity != null && activity.getProperty(FactParseListener.FACT) != null) {
                found.add(activity.getId());
            }
        }
        children.forEach(child -> collect(child, found));
    }

    /** The role that owes this activity, or null when it is not a duty. */
    static @Nullable String role(ExecutionEntity instance, String activity) {
        ActivityImpl found = definition(instance).findActivity(activity);
        return found == null ? null : (String) found.getProperty(FactParseListener.ROLE);
    }

    /** The role that may decide as well once the deadline has passed, or null. */
    static @Nullable String escalatesTo(ExecutionEntity instance, String activity) {
        ActivityImpl found = definition(instance).findActivity(activity);
        return found == null ? null : (String) found.getProperty(FactParseListener.ESCALATES);
    }

    private static boolean hasDuties(ExecutionEntity instance) {
        return definition(instance).getProperty(FactParseListener.DUTIES) != null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> bits(ExecutionEntity instance) {
        return (Map<String, Integer>) definition(instance).getProperty(FactParseListener.BITS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> ends(ExecutionEntity instance) {
        return (Map<String, String>) definition(instance).getProperty(FactParseListener.ENDS);
    }

    private static ProcessDefinitionEntity definition(ExecutionEntity instance) {
        return (ProcessDefinitionEntity) instance.getProcessDefinition();
    }

    /** Never stored: a gateway sees what the fact that moved the token brought, and nothing else. */
    private static VariableMap transients(Map<String, Object> variables) {
        VariableMap map = Variables.createVariables();
        variables.forEach((name, value) -> map.putValueTyped(
                name,
                value instanceof Boolean flag
                        ? Variables.booleanValue(flag, true)
                        : Variables.stringValue((String) value, true)));
        return map;
    }

    static BitSet bitsOf(String text) {
        BitSet bits = new BitSet(text.length());
        for (int i = 0; i < text.length(); i++) {
            bits.set(i, text.charAt(i) == '1');
        }
        return bits;
    }
}
