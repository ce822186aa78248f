/** A run from its settings to its recording: load, warm-up, weighing, search. The only room that knows the DSL of Gatling. */
package weighbridge.engine;
