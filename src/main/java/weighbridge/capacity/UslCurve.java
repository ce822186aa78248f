package weighbridge.capacity;

/**
 * The Universal Scalability Law in its form of three parameters: X(N) = λN ÷ (1 + σ(N − 1) + κN(N − 1)), where N is 1 or
 * more (Gunther, "Guerrilla Capacity Planning", Springer 2007, for X(N) ÷ X(1); Schwartz, "Practical Scalability Analysis with
 * the Universal Scalability Law", equation 3).
 *
 * @param lambda λ, calls per second of one user by himself
 * @param sigma σ, contention: the part of the work for which all wait in one queue; 1 or more where already a second user
 *     adds nothing, or less than nothing
 * @param kappa κ, crosstalk: what each pair of users costs
 */
record UslCurve(double lambda, double sigma, double kappa) {

    /** X(N), in calls per second. */
    double callsPerSecondAt(double concurrency) {
        return lambda * concurrency / slowdownAt(concurrency);
    }

    /** By how much X(N) changes with λ, with σ and with κ. */
    double[] gradientAt(double concurrency) {
        double slowdown = slowdownAt(concurrency);
        double bySigma = -callsPerSecondAt(concurrency) * (concurrency - 1) / slowdown;
        return new double[] {concurrency / slowdown, bySigma, bySigma * concurrency};
    }

    /**
     * N* = √((1 − σ) ÷ κ), where X is greatest (Gunther, equation 4.33); infinite where X only grows, and 1 where it
     * never does.
     */
    double peakConcurrency() {
        return sigma >= 1 ? 1 : Math.max(1, Math.sqrt((1 - sigma) / kappa));
    }

    /** Whether these are parameters that the law allows. */
    boolean isLawful() {
        return lambda > 0 && sigma >= 0 && kappa >= 0 && Double.isFinite(lambda + sigma + kappa);
    }

    private double slowdownAt(double concurrency) {
        return 1 + sigma * (concurrency - 1) + kappa * concurrency * (concurrency - 1);
    }
}
