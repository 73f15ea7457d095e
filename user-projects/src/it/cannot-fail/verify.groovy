def log = new File(basedir, 'build.log').text
assert log.contains('SignClassifierTest.keepsTheSignUnderBoundedNoise cannot fail')
assert log.contains('set one of them, or take a RobustnessResult as parameter')
