import groovy.xml.XmlSlurper

def suites = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name ==~ /TEST-.*\.xml/ }
assert suites.any { it.text.contains('junit-platform-engine-1.14.4.jar') }
assert suites.any { it.name.endsWith('.ContractTest.xml') }
assert suites.sum { new XmlSlurper().parse(it).@tests.toInteger() } > 100
