package weighbridge.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** {@code keep <MB>} keeps so much more, {@code litter <MB>} makes so much garbage. */
final class HeapKeeper {
    private static final int BYTES = 1_000_000;

    private HeapKeeper() {}

    public static void main(String[] arguments) throws Exception {
        List<byte[]> kept = new ArrayList<>();
        List<byte[]> garbage = new ArrayList<>();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            List<byte[]> list = words[0].equals("keep") ? kept : garbage;
            for (int count = Integer.parseInt(words[1]); count > 0; count--) {
                list.add(new byte[BYTES]);
            }
            garbage.clear();
            System.out.println("done " + kept.size());
        }
    }
}
