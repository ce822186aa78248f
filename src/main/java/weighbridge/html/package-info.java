/** How this project writes HTML pages: templates in which every value is escaped. Knows nobody. */
package weighbridge.html;
