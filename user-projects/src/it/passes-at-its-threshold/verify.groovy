import groovy.xml.XmlSlurper

def suite = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-com.example.SignClassifierTest.xml'))
assert suite.@tests == '1'
assert suite.@failures == '0'
assert suite.@errors == '0'
assert suite.@skipped == '0'
assert new File(basedir, 'build.log').text =~ /keepsTheSignUnderBoundedNoise +0\.5 +0\.75 +0\.7500 +0\.7500 +1\.0000 +passed/
