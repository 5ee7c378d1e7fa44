package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * 案例结果.
 *
 * @param json what the command prints, all keys of the kind, without violations and explanation
 * @param rounds the rounds of mechanisms that work on lists, for verification and explanation; empty for others
 */
public record CaseOutcome(ObjectNode json, List<RoundResult> rounds) {}
