assert new File(basedir, 'target/classes/com/example/Heartbeats.class').exists()
