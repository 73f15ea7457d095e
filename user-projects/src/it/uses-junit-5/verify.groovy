import groovy.xml.XmlSlurper

def report = { name -> new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.${name}.xml")) }

def platform = report('PlatformTest')
assert [platform.@tests, platform.@failures, platform.@errors, platform.@skipped]*.text() == ['1', '0', '0', '0']

def sign = report('SignClassifierTest')
assert [sign.@tests, sign.@failures, sign.@errors, sign.@skipped]*.text() == ['2', '1', '0', '0']
assert sign.testcase.find { it.failure.size() == 1 }.@name.text().startsWith('neverErrs')

// This Surefire counts the tests of a nested class, also those of Jupiter, in its log and not in the attributes of its report
def nested = report('NestedClassTest').testcase
assert nested.size() == 1 && nested.failure.size() == 1
assert nested.@classname == 'com.example.NestedClassTest$AtHalf'
assert new File(basedir, 'build.log').text.contains('Tests run: 4, Failures: 2, Errors: 0, Skipped: 0')
assert new File(basedir, 'build.log').text =~ /keepsTheSignUnderBoundedNoise +0\.5 +0\.75 +0\.7500 +0\.7500 +1\.0000 +passed/
