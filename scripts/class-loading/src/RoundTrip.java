/** What is done in each cycle. */
interface RoundTrip {

    void run() throws Exception;
}
