import groovy.xml.XmlSlurper

def suite = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-com.example.SignClassifierTest.xml'))
assert suite.@tests == '1'
assert suite.@failures == '1'
assert suite.@errors == '0'
assert suite.testcase.@name == 'keepsTheSignUnderBoundedNoise(epsilon = 0.5)[1]'

def message = suite.testcase.failure.@message.text()
assert message.contains('a robust accuracy of at least 0.8 under linf(0.5).within(-2.0, 2.0) but it was 0.7500 (3 of 4)')
assert message =~ /worst: +near positive: positive -> negative, .* found with seed 0 /
