package weighbridge.capacity;

/** The Universal Scalability Law of closed loads. */
public record UslReport(
        int points,
        double largestConcurrency,
        Parameter lambda,
        Parameter sigma,
        Parameter kappa,
        Double peakConcurrency,
        Double peakCallsPerSecond,
        String reason) {
    /** A parameter and its 95 % bootstrap interval. */
    public record Parameter(double value, double low, double high) {}
}
