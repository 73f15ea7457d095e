/** A user's module, which names the one that the BOM gives the version of. */
module com.example.heartbeats {
    requires org.robustest.network;
}
