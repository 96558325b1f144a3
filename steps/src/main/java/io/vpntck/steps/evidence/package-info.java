/** What is written down of a scenario: captures, key files, ladder diagram, configuration, logs. */
package io.vpntck.steps.evidence;
