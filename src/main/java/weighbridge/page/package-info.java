/** {@code report.html}: the page that people look at together. */
package weighbridge.page;
