package org.zhikao.workflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.workflows.OwnDuties;

/** 期限 of one deployed version: what the timers on its duties say, and the working days that they ask every fact for. */
final class Deadlines {
    private final Map<String, String> timers = new HashMap<>();
    private final Set<Integer> days = new TreeSet<>();
    private final WorkingDays calendar;

    Deadlines(BpmnModelInstance model, WorkingDays calendar) {
        this.calendar = calendar;
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            for (TimerEventDefinition timer : event.getChildElementsByType(TimerEventDefinition.class)) {
                String text = text(timer);
                timers.putIfAbsent(event.getAttachedTo().getId(), text);
                int counted = text.startsWith("${") ? OwnDuties.workingDays(text.substring(2, text.length() - 1)) : 0;
                if (counted > 0) {
                    days.add(counted);
                }
            }
        }
        // A timer on a sub-process counts for the duties in it that have none of their own.
        for (Activity activity : model.getModelElementsByType(Activity.class)) {
            for (ModelElementInstance around = activity.getParentElement();
                    around instanceof Activity outer;
                    around = outer.getParentElement()) {
                String text = timers.get(outer.getId());
                if (text != null) {
                    timers.putIfAbsent(activity.getId(), text);
                }
            }
        }
    }

    private static String text(TimerEventDefinition timer) {
        ModelElementInstance said = timer.getTimeDate() != null ? timer.getTimeDate() : timer.getTimeDuration();
        return said == null ? "" : said.getTextContent().trim();
    }

    /** What the fact brought and the ends of the working days counted from it, as far as this version asks for them. */
    Map<String, Object> with(Map<String, Object> brought, Instant at) {
        if (days.isEmpty()) {
            return brought;
        }
        Map<String, Object> more = new HashMap<>(brought);
        for (int counted : days) {
            more.put("workingDays" + counted, calendar.end(at, counted).toString());
        }
        return more;
    }

    /** Until when a duty that came up with a fact is owed; null where the model sets no deadline. */
    @Nullable
    Instant due(String duty, Instant at, Map<String, Object> brought) {
        String text = timers.getOrDefault(duty, "");
        if (text.startsWith("${")) {
            Object value = brought.get(text.substring(2, text.length() - 1));
            return value == null ? null : Instant.parse((String) value);
        }
        if (text.startsWith("P")) {
            return at.plus(Duration.parse(text));
        }
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }
}
