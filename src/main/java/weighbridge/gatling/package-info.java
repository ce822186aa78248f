/**
 * Gatling's binary {@code simulation.log}; nothing else in the project knows its format.
 *
 * <p>{@link weighbridge.gatling.SimulationLogReader} reads a log once, front to back, and hands each record to a
 * {@link weighbridge.gatling.RecordVisitor}.
 *
 * <h2>The format</h2>
 *
 * Read in the sources of Gatling 3.14.0 to 3.15.1, whose writers lay out the same bytes. (3.13 does so too, but the
 * size of its buffer is a setting, and with it the bound below; up to 3.12 the log is text.) A log is a row of records
 * without any frame, length or checksum. All numbers are big endian and signed; a time is an {@code int}, milliseconds
 * after the run's start.
 *
 * <table>
 * <caption>Records: a header byte, then these fields</caption>
 * <tr><th>header</th><th>record</th><th>fields</th></tr>
 * <tr><td>0</td><td>run (first, once)</td><td>string Gatling's version, string simulation class, long start (epoch ms),
 *     string description, int n, n strings scenario names, int m, m times (int length, bytes) pickled assertions</td></tr>
 * <tr><td>1</td><td>request</td><td>groups, cached name, int start, int end, boolean OK, cached message</td></tr>
 * <tr><td>2</td><td>user</td><td>int scenario (0 to n − 1), boolean start (else end), int time</td></tr>
 * <tr><td>3</td><td>group</td><td>groups, int start, int end, int cumulated response time (ms), boolean OK</td></tr>
 * <tr><td>4</td><td>error</td><td>cached message, int time</td></tr>
 * </table>
 *
 * <ul>
 *   <li><b>string</b>: int length in bytes, the bytes, a coder byte. Coder 0 is Latin-1, one byte a character; coder 1
 *       is UTF-16 in the byte order of the machine that wrote it, taken as little endian here. The empty string is a
 *       length of 0 alone, without a coder.
 *   <li><b>cached string</b>: int index. A positive index defines: the string follows, and indexes count 1, 2, 3, … in
 *       the order of definition. A negative index −i repeats the string defined as i. 0 does not occur.
 *   <li><b>groups</b>: int depth, then that many cached strings from the outermost group inwards; 0 is "in no group".
 *   <li><b>boolean</b>: one byte, 0 or 1.
 * </ul>
 *
 * <h2>What Gatling does not write</h2>
 *
 * <ul>
 *   <li><b>Long strings.</b> The writer's buffer holds 8,192 bytes and a string must fit into it with its length and
 *       coder: 8,187 bytes. On a longer one, such as a computed request name, Gatling breaks off in the middle of the
 *       record and goes on with the next, and the log is damaged from there on. (Its own report then takes the log for
 *       truncated.) A greater length is therefore never right, and nothing longer is ever allocated.
 *   <li><b>Long messages.</b> The message of a failed request is cut to 200 characters before it is logged; an error's
 *       message is not.
 *   <li><b>Requests without an end.</b> For a WebSocket or SSE message that nobody awaited, the engines make a request
 *       that ends at {@code Long.MIN_VALUE}, and Gatling's reader looks for that value. But the statistics engine drops
 *       such requests before they reach the log, so an end before its start is damage here, without exception.
 *   <li><b>Times from 2<sup>31</sup> ms on.</b> They wrap around to negative after 24.8 days, and are damage here.
 *   <li><b>Each record at once.</b> The buffer is written when it is full: the log of a run killed early is empty, and
 *       that of any killed run lacks its last records.
 * </ul>
 */
package weighbridge.gatling;
