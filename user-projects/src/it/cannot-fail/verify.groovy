def log = new File(basedir, 'build.log').text
assert log.contains('SignClassifierTest.keepsTheSignUnderBoundedNoise cannot fail')
assert log.contains('set minRobustAccuracy, or take a RobustnessResult as parameter')
