/** How this project writes and reads JSON. */
package weighbridge.json;
