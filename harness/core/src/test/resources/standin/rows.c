/* Prints as many rows as it is told, in the form of nvidia-smi: what asking a program costs at the very least. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    for (int row = 0; argc > 1 && row < atoi(argv[1]); row++) {
        printf("GPU-00000000-0000-0000-0000-000000000000, %d, 2 MiB\n", 100000 + row);
    }
    return 0;
}
