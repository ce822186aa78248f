/** A report as console text, Markdown, HTML, CSV, JSON and JUnit, and the page of all runs. */
package weighbridge.render;
