import groovy.xml.XmlSlurper

def report = { name -> new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.${name}.xml")) }

def platform = report('PlatformTest')
assert [platform.@tests, platform.@failures, platform.@errors, platform.@skipped]*.text() == ['1', '0', '0', '0']

def sign = report('SignClassifierTest')
assert [sign.@tests, sign.@failures, sign.@errors, sign.@skipped]*.text() == ['2', '1', '0', '0']
assert sign.testcase.find { it.failure.size() == 1 }.@name.text().startsWith('neverErrs')
assert new File(basedir, 'build.log').text =~ /keepsTheSignUnderBoundedNoise +0\.5 +0\.75 +0\.7500 +0\.7500 +1\.0000 +passed/
